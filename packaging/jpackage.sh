#!/usr/bin/env bash
# Builds a self-contained app image (own Java runtime) of what `./mvnw package` left in target/plumbline.
#
#   packaging/jpackage.sh [DESTINATION]     default: target/jpackage
#
# The image starts by DESTINATION/Plumbline/bin/Plumbline. On a machine without a display set
# JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw".
set -euo pipefail
cd "$(dirname "$0")/.."
destination=${1:-target/jpackage}
home=target/plumbline
[ -f "$home/lib/plumbline.jar" ] || { echo "Run ./mvnw package first: $home is missing." >&2; exit 2; }
java_home=${PLUMBLINE_JAVA:-$(cat "$home/lib/java-home")}
[ -x "$java_home/bin/jpackage" ] || { echo "$java_home has no jpackage: set PLUMBLINE_JAVA to a JDK 25." >&2; exit 2; }

rm -rf "$destination/Plumbline"
input=$(mktemp -d)
trap 'rm -rf "$input"' EXIT
cp "$home"/lib/*.jar "$input"
cp -R "$home/sample-data" "$input/sample-data"

modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http
modules+=,java.prefs,java.security.jgss,java.sql,java.xml,java.xml.crypto
modules+=,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs
"$java_home/bin/jpackage" --type app-image --name Plumbline --app-version 1.0.0 \
  --description "Training data, intrinsic bias and performance of CLIP models" \
  --input "$input" --main-jar plumbline.jar --main-class dev.plumbline.app.Launcher \
  --add-modules "$modules" \
  --jlink-options "--strip-debug --no-man-pages --no-header-files --generate-cds-archive" \
  --java-options --enable-native-access=ALL-UNNAMED \
  --java-options --sun-misc-unsafe-memory-access=allow \
  --java-options --add-opens=java.base/java.nio=ALL-UNNAMED \
  --java-options '-Dplumbline.home=$APPDIR' \
  --dest "$destination"
echo "Built $destination/Plumbline ($(du -sh "$destination/Plumbline" | cut -f1))"
