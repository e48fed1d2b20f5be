#!/usr/bin/env bash
# Makes the whole of sample-data anew, and the sample battery and lexicon. Needs Debian's python3-torch,
# python3-onnx, python3-pil and python3-numpy, a JDK 25 and Maven; an optimised BLAS makes training about
# seven times faster. Fixed seeds; the last digits of trained weights depend on the BLAS.
#
#   sample-data/recipe/make_sample.sh [BUILD_FOLDER]
set -euo pipefail
recipe=$(cd "$(dirname "$0")" && pwd)
data=$(dirname "$recipe")
assets=$(dirname "$data")/assets
build=${1:-$(dirname "$data")/target/sample}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
export ORT_DISABLE_TELEMETRY=1 # ONNX Runtime 1.29 would contact a server of its vendor
mkdir -p "$build"
cd "$recipe"

jar() { # group artifact version
  local file="$build/$2-$3.jar"
  [ -f "$file" ] || mvn -q dependency:copy -Dartifact="$1:$2:$3" -DoutputDirectory="$build" >&2
  echo "$file"
}

"$python" battery.py "$data" "$assets"
"$python" manifests.py "$build/rows"
"$java" --enable-native-access=ALL-UNNAMED -cp "$(jar org.duckdb duckdb_jdbc 2.0.0.1)" ToParquet.java "$build/rows" "$data/manifests"
"$python" stimuli.py "$data"
"$python" people.py "$data"
"$python" tokenizer.py "$build/rows" "$build/rows/merges.json"
"$python" render.py "$build/rows"
"$python" train.py "$build/rows" "$build/checkpoints"
"$python" export.py "$build/rows" "$build/checkpoints" "$data"
"$python" pixels_of_parity.py "$data" "$build/pixels.json"
"$java" --enable-native-access=ALL-UNNAMED \
  -cp "$(jar com.microsoft.onnxruntime onnxruntime 1.29.0):$(jar com.google.code.gson gson 2.13.2)" \
  CheckParity.java "$data/models" "$build/pixels.json"
"$python" measure.py "$build/rows" "$build/checkpoints" "$data" "$assets" "$build/measured.json"
"$python" readme.py "$build/measured.json" "$data"
