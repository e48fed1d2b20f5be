"""A contact sheet of pictures, to look at what the recipe draws: sheet.py OUT.png FILE.png..."""

import sys

from PIL import Image


def sheet(images, columns=12, cell=144):
    rows = -(-len(images) // columns)
    page = Image.new("RGB", (columns * cell, rows * cell), "white")
    for index, image in enumerate(images):
        large = image.resize((image.width * 2, image.height * 2), Image.NEAREST)
        page.paste(large, (index % columns * cell, index // columns * cell))
    return page


if __name__ == "__main__":
    sheet([Image.open(name) for name in sys.argv[2:]]).save(sys.argv[1])
