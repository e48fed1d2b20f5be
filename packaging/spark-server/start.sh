#!/usr/bin/env bash
# Starts a Spark Connect server on loopback, from Maven artifacts, with two worker threads:
#
#   packaging/spark-server/start.sh [PORT]     default: 15002; then: plumbline profile … --engine sc://127.0.0.1:PORT
#
# Java 17 or later from JAVA_HOME, else from the path. Stop it with Ctrl-C.
set -euo pipefail
cd "$(dirname "$0")/../.."
port=${1:-15002}
work=$PWD/target/spark-server
mkdir -p "$work"
if [ ! -s "$work/classpath" ] || [ packaging/spark-server/pom.xml -nt "$work/classpath" ]; then
  ./mvnw -B -ntp -q -f packaging/spark-server/pom.xml dependency:build-classpath -Dmdep.outputFile="$work/classpath"
fi
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx2g -XX:+IgnoreUnrecognizedVMOptions "${opens[@]}" \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$(cat "$work/classpath")" \
  -Dspark.master='local[2]' -Dspark.app.name=plumbline -Dspark.ui.enabled=false \
  -Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 \
  -Dspark.connect.grpc.binding.address=127.0.0.1 -Dspark.connect.grpc.binding.port="$port" \
  -Dspark.sql.catalogImplementation=in-memory -Dspark.sql.shuffle.partitions=4 \
  -Dspark.sql.warehouse.dir="$work/warehouse" -Dspark.local.dir="$work/scratch" \
  org.apache.spark.sql.connect.service.SparkConnectServer
