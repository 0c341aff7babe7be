#!/usr/bin/env bash
# Times whole processes of the published program with hyperfine: bench/process-times.sh PATH-TO-BVLOS-SIM
set -euo pipefail
program=$(realpath "${1:?path of the published bvlos-sim}")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A six-leg mission with a terrain and a wind grid: the quadplane example without its arcs.
cp -r "$root/examples/quadplane-corridor/." "$work"
sed -e 's/fidelity: v2/fidelity: v1/' -e '/id: back-1/d; /id: bend-2/d' "$work/mission.yaml" >"$work/six-legs.yaml"

# Two thousand legs around home.
{
  sed -e '/^route:/,$d' -e 's/altitude_reference: terrain/altitude_reference: relative_home/' "$work/mission.yaml"
  echo "route:"
  awk 'BEGIN { for (i = 0; i < 1999; i++) printf "- {id: w%d, action: waypoint, lat: %.6f, lon: %.6f, altitude_m: %d}\n", i, 46.61 + 0.008 * sin(1.2 * i), 7.90 + 0.012 * cos(1.2 * i), 100 + i % 7 }'
  echo "- {id: home, action: rtl}"
} >"$work/two-thousand-legs.yaml"

cd "$work"
hyperfine -N -i --warmup 10 --runs 100 \
  -n "schema-versions" "$program schema-versions" \
  -n "six legs, terrain and wind grid" "$program estimate six-legs.yaml vehicle.yaml" \
  -n "two thousand legs" "$program estimate two-thousand-legs.yaml vehicle.yaml"
