"""photos.py FOLDER N: N seeded JPEG files of about 0.5 MB whose spectrum falls off as that of photographs does."""

import sys
from pathlib import Path

import numpy
from PIL import Image

SIZES = [(1280, 960, 89), (1200, 900, 92), (960, 1280, 89), (1440, 960, 87), (1024, 1024, 92)]
FIELD, FIELDS = 2048, 12


def field(random):
    """Noise whose amplitude falls off with the spatial frequency to the power of 1.2."""
    up, across = numpy.fft.fftfreq(FIELD)[:, None], numpy.fft.rfftfreq(FIELD)[None, :]
    frequency = numpy.hypot(up, across)
    frequency[0, 0] = 1
    shape = frequency.shape
    spectrum = (random.standard_normal(shape) + 1j * random.standard_normal(shape)) / frequency**1.2
    spectrum[0, 0] = 0
    values = numpy.fft.irfft2(spectrum, s=(FIELD, FIELD))
    return (values / values.std()).astype(numpy.float32)


def photo(random, fields, width, height):
    def cut():
        left, top = random.integers(FIELD - width), random.integers(FIELD - height)
        return fields[random.integers(FIELDS)][top : top + height, left : left + width] * random.choice([-1, 1])

    light, blue, red = 50 * cut() + 125, 10 * cut(), 10 * cut()
    rgb = numpy.stack([light + 1.8 * red, light - 0.9 * red - 0.5 * blue, light + 1.8 * blue], -1)
    return Image.fromarray(rgb.clip(0, 255).astype(numpy.uint8))


def main(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    random = numpy.random.default_rng(20260101)
    fields = [field(random) for _ in range(FIELDS)]
    total = 0
    for index in range(count):
        width, height, quality = SIZES[index % len(SIZES)]
        file = folder / f"{index:05d}.jpg"
        photo(random, fields, width, height).save(file, quality=quality)
        total += file.stat().st_size
    print(f"{count} files of {total / count / 1e6:.2f} MB on average")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
