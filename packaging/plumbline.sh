#!/bin/sh
# Starts Plumbline with Java 25: the one noted at build time, else PLUMBLINE_JAVA, JAVA_HOME, the usual folders.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
home=$(cd "$(dirname "$self")/.." && pwd) || exit 1

is_25() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

java_home=
noted=$(cat "$home/lib/java-home" 2>/dev/null)
for candidate in "$noted" "${PLUMBLINE_JAVA:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.jdks/* \
  "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/*; do
  if [ -n "$candidate" ] && is_25 "$candidate"; then
    java_home=$candidate
    break
  fi
done
if [ -z "$java_home" ]; then
  echo "Plumbline needs Java 25: install a JDK 25 or set PLUMBLINE_JAVA to its folder." >&2
  exit 2
fi
# shellcheck disable=SC2086
exec "$java_home/bin/java" -Dplumbline.home="$home" --enable-native-access=ALL-UNNAMED \
  ${PLUMBLINE_JAVA_OPTIONS:-} -cp "$home/lib/*" dev.plumbline.app.Launcher "$@"
