"""A pen that draws shapes in its own coordinates onto an enlarged canvas."""

import math

from PIL import Image, ImageDraw

ENLARGE = 4


class Pen:
    """Draws in a frame with its own centre, size and turn; one unit is about half the frame.

    Everything is drawn four times too large and reduced at the end, which smooths the edges.
    """

    def __init__(self, image, centre, size, turn=0.0):
        self.image = image
        self.draw = ImageDraw.Draw(image)
        self.centre = centre
        self.size = size
        self.cos, self.sin = math.cos(turn), math.sin(turn)

    def at(self, x, y):
        return (
            self.centre[0] + self.size * (x * self.cos - y * self.sin),
            self.centre[1] + self.size * (x * self.sin + y * self.cos),
        )

    def poly(self, points, fill, edge=None, width=0.06):
        placed = [self.at(x, y) for x, y in points]
        self.draw.polygon(placed, fill=fill)
        if edge:
            self.draw.line(placed + placed[:2], fill=edge, width=self._width(width), joint="curve")

    def line(self, points, fill, width=0.08):
        placed = [self.at(x, y) for x, y in points]
        wide = self._width(width)
        self.draw.line(placed, fill=fill, width=wide, joint="curve")
        for x, y in (placed[0], placed[-1]):
            self.draw.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=fill)

    def oval(self, x, y, across, down, fill, turn=0.0, edge=None, width=0.06):
        self.poly(arc(x, y, across, down, 0, 2 * math.pi, turn), fill, edge, width)

    def _width(self, width):
        return max(1, round(width * self.size))


def arc(x, y, across, down, start, end, turn=0.0, steps=28):
    """Points along an ellipse's edge."""
    cos, sin = math.cos(turn), math.sin(turn)
    points = []
    for step in range(steps + 1):
        angle = start + (end - start) * step / steps
        u, v = across * math.cos(angle), down * math.sin(angle)
        points.append((x + u * cos - v * sin, y + u * sin + v * cos))
    return points


def canvas(width, height):
    return Image.new("RGB", (width * ENLARGE, height * ENLARGE))


def reduced(image):
    return image.resize((image.width // ENLARGE, image.height // ENLARGE), Image.BOX)


def shade(colour, factor):
    """A darker (factor < 1) or lighter (factor > 1) colour."""
    if factor <= 1:
        return tuple(int(c * factor) for c in colour)
    return tuple(int(255 - (255 - c) / factor) for c in colour)
