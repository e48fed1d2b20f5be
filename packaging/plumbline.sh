#!/bin/sh
# Starts Plumbline with Java 25: the one noted at build time, else PLUMBLINE_JAVA (a JDK's folder or
# its java), JAVA_HOME, the java on the path, the usual folders.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")/.." && pwd) || exit 1

is_25() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

# The JDK's folder of a java executable, links followed; other names are left as they are.
folder_of() {
  java=$1
  if [ -f "$java" ]; then
    while [ -h "$java" ]; do
      link=$(readlink "$java")
      case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
    done
    (CDPATH='' cd -- "$(dirname -- "$java")/.." && pwd)
  else
    printf '%s\n' "$java"
  fi
}

java_home=
noted=$(cat "$home/lib/java-home" 2>/dev/null)
for candidate in "$noted" "${PLUMBLINE_JAVA:-}" "${JAVA_HOME:-}" "$(command -v java)" \
  /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.m2/jdks/* /opt/java/*; do
  [ -n "$candidate" ] || continue
  candidate=$(folder_of "$candidate")
  if is_25 "$candidate"; then
    java_home=$candidate
    break
  fi
done
if [ -z "$java_home" ]; then
  echo "Plumbline needs Java 25: install a JDK 25 or set PLUMBLINE_JAVA to its folder." >&2
  exit 2
fi
# ONNX Runtime sends usage data from 1.29 on unless this is set; the program sets it too.
ORT_DISABLE_TELEMETRY=1
export ORT_DISABLE_TELEMETRY
# PLUMBLINE_JAVA_OPTIONS holds several options, so it is split at spaces.
# shellcheck disable=SC2086
exec "$java_home/bin/java" -Dplumbline.home="$home" --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.nio=ALL-UNNAMED \
  ${PLUMBLINE_JAVA_OPTIONS:-} -cp "$home/lib/*" dev.plumbline.app.Launcher "$@"
