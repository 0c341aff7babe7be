#!/usr/bin/env bash
# Measures how cost grows with the size of the country: bench/scale.sh PATH-TO-BVLOS-SCALE PATH-TO-BVLOS-SIM [RUNS]
set -euo pipefail
scale=$(realpath "${1:?path of the published bvlos-scale}")
program=$(realpath "${2:?path of the published bvlos-sim}")
runs=${3:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The whole country grows by ten, and by ten again.
for times in 1 10 100; do
  "$scale" generate "everywhere-$times" --zones $((200 * times)) --vertices $((10000 * times)) \
    --obstacles $((100 * times)) --landing-zones $((50 * times))
done
# The same, but what is near the route stays as it is.
for times in 1 10 100; do
  "$scale" generate "elsewhere-$times" --zones $((200 * times)) --vertices $((10000 * times)) --near-zones 150 \
    --obstacles 100 --landing-zones 50
done

for folder in everywhere-* elsewhere-*; do
  "$scale" measure "$folder" --runs "$runs"
  echo
done

# The program itself, from start to end: seconds on the clock, seconds of processor time, kilobytes at most.
echo "| Folder | Mission | Wall, s | User, s | Peak, kB |"
for folder in everywhere-* elsewhere-*; do
  for mission in mission-300km mission-200-states; do
    for _ in $(seq "$runs"); do
      command time -f "%e %U %M" -o times -a \
        "$program" estimate "$folder/$mission.yaml" "$folder/vehicle.yaml" --format summary --engineering-only >/dev/null 2>&1 || true
    done
    grep -v '^Command' times | sort -n | awk -v f="$folder" -v m="$mission" -v r="$runs" \
      'NR == int((r + 1) / 2) { print "| " f " | " m " | " $1 " | " $2 " | " $3 " |" }'
    rm times
  done
done
