#!/usr/bin/env python3
"""Makes geodesic-random.txt and geodesic-hard.txt with GeographicLib's GeodSolve (Debian: geographiclib-tools).

Each line: lat1 lon1 azi1 lat2 lon2 azi2 s12, degrees and metres. The points are drawn or written here; GeodSolve solves the inverse
problem with elliptic integrals (-E), that is by another method than the series of the library under test, and prints fifteen decimals
of a degree and ten of a metre (-p 10). Run it in this folder; equal tool versions give equal bytes.
"""

import math
import random
import subprocess

COMMAND = ["GeodSolve", "-i", "-f", "-E", "-p", "10"]


def solve(name, about, pairs):
    version = subprocess.run(["GeodSolve", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    points = "".join(f"{a:.12f} {b:.12f} {c:.12f} {d:.12f}\n" for a, b, c, d in pairs)
    answer = subprocess.run(COMMAND, input=points, capture_output=True, text=True, check=True).stdout
    with open(name, "w", encoding="ascii", newline="\n") as file:
        file.write(f"# {about}\n# Made by make.py with: {' '.join(COMMAND)}; {version}\n# lat1 lon1 azi1 lat2 lon2 azi2 s12\n")
        for line in answer.splitlines():
            file.write(" ".join(line.split()[:7]) + "\n")


def point(rng):
    return math.degrees(math.asin(rng.uniform(-1, 1))), rng.uniform(-180, 180)


def nearby(rng, lat, lon, metres):
    course = rng.uniform(0, 2 * math.pi)
    north = metres * math.cos(course) / 111e3
    east = metres * math.sin(course) / (111e3 * max(1e-3, math.cos(math.radians(lat))))
    return max(-90.0, min(90.0, lat + north)), lon + east


def random_pairs():
    rng = random.Random(20130107)
    for _ in range(800):
        yield *point(rng), *point(rng)
    for _ in range(400):  # what a mission flies: 10 m to 300 km
        lat, lon = rng.uniform(-75, 75), rng.uniform(-180, 180)
        yield lat, lon, *nearby(rng, lat, lon, 10 ** rng.uniform(1, 5.5))


def hard_pairs():
    rng = random.Random(55)
    for _ in range(80):  # nearly antipodal: within, on and outside the astroid
        lat, lon = rng.uniform(-89, 89), rng.uniform(-180, 180)
        reach = 10 ** rng.uniform(-9, 0.3)
        yield lat, lon, -lat + rng.uniform(-reach, reach) * 0.3, lon + 180 + rng.uniform(-reach, reach)
    for _ in range(20):  # opposite latitudes, longitude short of the antipode
        lat = rng.uniform(-60, 60)
        yield lat, 0, -lat, rng.uniform(179, 180)
    for lat in (0, 1e-9, 1e-3, 10, 30, 45, 60, 89, 89.999999, 90):  # exact antipodes
        yield lat, 7, -lat, -173
        yield -lat, 7, lat, 187
    for _ in range(20):  # meridional, also over a pole
        lon = rng.uniform(-180, 180)
        yield rng.uniform(-90, 90), lon, rng.uniform(-90, 90), lon + rng.choice((0, 180))
    for _ in range(15):  # equatorial, up to and beyond (1 - f) * 180
        lon = rng.uniform(-180, 180)
        yield 0, lon, 0, lon + rng.choice((rng.uniform(-179, 179), rng.uniform(179.3, 179.6), 10 ** rng.uniform(-9, 0)))
    for pole in (90, -90):  # one or both points at a pole
        for _ in range(6):
            yield pole, rng.uniform(-180, 180), *point(rng)
            yield *point(rng), pole, rng.uniform(-180, 180)
        yield pole, 0, pole, 180
        yield pole, 10, pole, 77
        yield pole, 0, -pole, 40
        yield pole - math.copysign(1e-7, pole), 10, pole - math.copysign(1e-7, pole), -120
    for _ in range(20):  # across the antimeridian
        yield rng.uniform(-80, 80), rng.uniform(179, 180), rng.uniform(-80, 80), rng.uniform(-180, -179)
    for lat in (-90, -33.5, 0, 12.25, 89.5, 90):  # the two names of the antimeridian
        yield lat, 180, lat, -180
        yield lat, 180, lat * 0.5, -180
        yield lat, -180, -lat * 0.25, 180
    for _ in range(40):  # very short: 1e-6 m (the last decimal of the input) to 1 m
        lat, lon = rng.uniform(-89, 89), rng.uniform(-180, 180)
        yield lat, lon, *nearby(rng, lat, lon, 10 ** rng.uniform(-6, 0))
    for lat in (0, 1e-12, -1e-12, 45, -89.999999999):  # a nanometre and less
        yield lat, 20, lat + 1e-12, 20
        yield lat, 20, lat, 20 + 1e-12
    for lat, lon in ((0, 0), (47, 8), (-33.9, 151.2), (90, 30), (-90, -30), (12.5, 180), (1e-12, -180)):  # coincident
        yield lat, lon, lat, lon
    for _ in range(15):  # around the limit between the short-line formula and Newton's method
        lat, lon = rng.uniform(-80, 80), rng.uniform(-180, 180)
        yield lat, lon, *nearby(rng, lat, lon, rng.uniform(0.1, 0.5))


solve("geodesic-random.txt", "800 pairs uniform on the sphere, then 400 pairs 10 m to 300 km apart.", random_pairs())
solve("geodesic-hard.txt", "Pairs at the edges of the inverse problem; make.py names each group.", hard_pairs())
