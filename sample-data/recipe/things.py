"""The things of the sample world: how each one is drawn."""

import math

from pen import arc, shade

RED, PINK, YELLOW, WHITE = (214, 48, 58), (240, 130, 170), (246, 200, 50), (248, 246, 240)
PURPLE, BLUE, TEAL, ORANGE = (136, 84, 190), (60, 110, 200), (20, 150, 140), (236, 130, 40)
GREEN, LEAF, BROWN, DARK = (70, 160, 70), (50, 130, 60), (130, 84, 48), (44, 40, 48)
GREY, STEEL, GOLD = (130, 130, 138), (196, 204, 214), (226, 178, 60)

COLOURS = {
    "red": RED, "pink": PINK, "yellow": YELLOW, "white": WHITE, "purple": PURPLE,
    "blue": BLUE, "orange": ORANGE, "brown": BROWN, "black": DARK, "green": GREEN,
}  # fmt: skip


def stem(pen, top, leaves=2):
    pen.line([(0, top), (0.04, 0.5), (0, 1)], LEAF, 0.11)
    if leaves:
        pen.oval(0.27, 0.62, 0.28, 0.11, GREEN, -0.5)
    if leaves > 1:
        pen.oval(-0.26, 0.74, 0.28, 0.11, GREEN, 0.5)


def rose(pen, colour):
    stem(pen, 0)
    dark = shade(colour, 0.72)
    for turn in range(5):
        angle = turn * 2 * math.pi / 5 - 0.3
        x, y = 0.26 * math.cos(angle), -0.42 + 0.26 * math.sin(angle)
        pen.oval(x, y, 0.32, 0.29, colour, angle, dark, 0.05)
    pen.oval(0, -0.42, 0.3, 0.3, shade(colour, 0.86), 0, dark, 0.05)
    pen.line(arc(0, -0.42, 0.17, 0.17, 0.4, 5.2), dark, 0.07)
    pen.oval(0, -0.42, 0.06, 0.06, dark)


def tulip(pen, colour):
    stem(pen, 0, 0)
    pen.poly([(0, 1), (-0.5, 0.15), (-0.3, 0.1), (-0.02, 0.7)], GREEN)
    pen.poly([(0, 1), (0.5, 0.15), (0.3, 0.1), (0.02, 0.7)], LEAF)
    dark = shade(colour, 0.75)
    cup = arc(0, -0.3, 0.44, 0.42, 0, math.pi)
    pen.poly(cup + [(-0.48, -0.92), (-0.2, -0.55), (0, -1), (0.2, -0.55), (0.48, -0.92)], colour, dark)
    pen.line([(-0.16, -0.5), (-0.1, -0.05)], dark, 0.05)
    pen.line([(0.16, -0.5), (0.1, -0.05)], dark, 0.05)


def petals(pen, colour, count, centre, reach, across):
    for turn in range(count):
        angle = turn * 2 * math.pi / count
        x, y = reach * math.cos(angle), centre + reach * math.sin(angle)
        pen.oval(x, y, reach * 0.56, across, colour, angle, shade(colour, 0.85), 0.025)


def daisy(pen, colour):
    stem(pen, 0)
    petals(pen, colour, 10, -0.36, 0.38, 0.1)
    pen.oval(0, -0.36, 0.19, 0.19, GOLD, 0, shade(GOLD, 0.75), 0.04)


def sunflower(pen, colour):
    stem(pen, 0)
    petals(pen, YELLOW if colour is None else colour, 16, -0.32, 0.46, 0.12)
    pen.oval(0, -0.32, 0.38, 0.38, (96, 60, 34), 0, (70, 42, 22), 0.05)
    for row in range(-1, 2):
        for column in range(-1, 2):
            pen.oval(column * 0.15, -0.32 + row * 0.15, 0.04, 0.04, (150, 100, 56))


def legs(pen, spread, body, colour=DARK, width=0.07):
    for side in (-1, 1):
        for place in (-1, 0, 1):
            y = body + place * 0.26
            pen.line([(0, y), (side * spread * 0.7, y + place * 0.14 - 0.08), (side * spread, y + place * 0.26 + 0.1)], colour, width)


def feelers(pen, y, colour=DARK):
    for side in (-1, 1):
        pen.line([(side * 0.08, y), (side * 0.2, y - 0.22), (side * 0.36, y - 0.28)], colour, 0.05)


def beetle(pen, colour):
    legs(pen, 0.86, 0.12)
    feelers(pen, -0.66)
    pen.oval(0, -0.6, 0.25, 0.22, DARK)
    pen.oval(0, 0.14, 0.56, 0.68, colour, 0, shade(colour, 0.55), 0.06)
    pen.line([(0, -0.52), (0, 0.8)], DARK, 0.06)
    for x, y in ((-0.28, -0.1), (0.28, -0.1), (-0.25, 0.36), (0.25, 0.36)):
        pen.oval(x, y, 0.1, 0.1, DARK)


def ant(pen, colour):
    legs(pen, 0.72, -0.02, shade(colour, 0.6), 0.06)
    feelers(pen, -0.78, shade(colour, 0.6))
    pen.oval(0, -0.66, 0.23, 0.23, colour)
    pen.oval(0, -0.14, 0.17, 0.28, shade(colour, 0.85))
    pen.oval(0, 0.56, 0.3, 0.42, colour, 0, shade(colour, 0.6), 0.05)


def wings(pen, across, down, y, turn):
    for side in (-1, 1):
        pen.oval(side * across, y, across, down, (222, 234, 244), side * turn, (150, 165, 180), 0.04)


def wasp(pen, colour):
    wings(pen, 0.44, 0.19, -0.2, 0.5)
    legs(pen, 0.46, -0.1, DARK, 0.05)
    feelers(pen, -0.68)
    pen.poly([(0, 1), (-0.3, 0.3), (-0.2, 0.05), (0.2, 0.05), (0.3, 0.3)], YELLOW)
    for y, half in ((0.24, 0.27), (0.5, 0.21), (0.74, 0.11)):
        pen.line([(-half, y), (half, y)], DARK, 0.12)
    pen.oval(0, -0.2, 0.2, 0.26, DARK)
    pen.oval(0, -0.58, 0.2, 0.18, YELLOW, 0, DARK, 0.05)


def fly(pen, colour):
    legs(pen, 0.6, 0.02, DARK, 0.05)
    pen.oval(0, 0.2, 0.27, 0.46, colour, 0, DARK, 0.05)
    wings(pen, 0.34, 0.2, 0.4, 1.0)
    pen.oval(0, -0.3, 0.25, 0.24, shade(colour, 0.8))
    for side in (-1, 1):
        pen.oval(side * 0.2, -0.6, 0.2, 0.2, (190, 50, 50), 0, (120, 30, 30), 0.05)


def guitar(pen, colour):
    edge = shade(colour, 0.6)
    pen.oval(0, 0.56, 0.46, 0.42, colour, 0, edge)
    pen.oval(0, 0.06, 0.34, 0.3, colour, 0, edge)
    pen.oval(0, 0.5, 0.4, 0.36, colour)
    pen.oval(0, 0.1, 0.29, 0.25, colour)
    pen.oval(0, 0.2, 0.13, 0.13, DARK)
    pen.line([(0, 0.1), (0, -0.82)], (92, 58, 34), 0.14)
    pen.poly([(-0.14, -0.78), (0.14, -0.78), (0.18, -1), (-0.18, -1)], (92, 58, 34))
    pen.line([(0, 0.66), (0, -0.8)], (240, 232, 214), 0.03)
    pen.line([(-0.16, 0.68), (0.16, 0.68)], DARK, 0.07)


def drum(pen, colour):
    pen.poly(arc(0, 0.52, 0.66, 0.24, 0, math.pi) + [(-0.66, -0.12), (0.66, -0.12)], colour)
    zigzag = [(-0.66, 0.5), (-0.4, 0.06), (-0.14, 0.7), (0.14, 0.1), (0.4, 0.7), (0.66, 0.0)]
    pen.line(zigzag, GOLD, 0.07)
    pen.oval(0, -0.14, 0.66, 0.24, (244, 238, 224), 0, GOLD, 0.08)
    pen.line([(-0.7, -0.86), (-0.1, -0.2)], BROWN, 0.09)
    pen.line([(0.7, -0.86), (0.12, -0.16)], BROWN, 0.09)


def trumpet(pen, colour):
    tube = shade(colour, 0.8)
    pen.line([(-0.95, -0.02), (0.5, -0.02)], colour, 0.13)
    pen.line(arc(0, 0.18, 0.36, 0.22, 0, 2 * math.pi), tube, 0.09)
    pen.poly([(0.4, -0.1), (0.72, -0.2), (0.98, -0.5), (0.98, 0.46), (0.72, 0.16), (0.4, 0.06)], colour, tube)
    for x in (-0.2, 0, 0.2):
        pen.line([(x, 0.3), (x, -0.3)], tube, 0.1)
        pen.oval(x, -0.34, 0.08, 0.06, WHITE)


def harp(pen, colour):
    for x in (-0.3, -0.1, 0.1, 0.3, 0.5):
        pen.line([(x, -0.62 + 0.1 * x), (x, 0.66 - 0.62 * (x + 0.4))], (232, 226, 206), 0.04)
    pen.line([(-0.56, -0.8), (-0.56, 0.9)], colour, 0.15)
    pen.line([(-0.56, 0.86), (0.74, -0.44)], shade(colour, 0.8), 0.17)
    pen.line([(-0.56, -0.8), (-0.3, -0.62), (0.1, -0.72), (0.5, -0.86), (0.78, -0.5)], colour, 0.15)


def sword(pen, colour):
    pen.poly([(-0.11, 0.4), (-0.11, -0.75), (0, -1), (0.11, -0.75), (0.11, 0.4)], STEEL, (120, 128, 140), 0.04)
    pen.line([(0, 0.3), (0, -0.7)], (150, 158, 170), 0.04)
    pen.line([(-0.4, 0.42), (0.4, 0.42)], colour, 0.14)
    pen.line([(0, 0.46), (0, 0.84)], BROWN, 0.13)
    pen.oval(0, 0.9, 0.1, 0.1, colour)


def bow(pen, colour):
    pen.line(arc(-0.36, 0, 0.8, 0.95, -1.45, 1.45), colour, 0.12)
    pen.line([(-0.26, -0.94), (-0.26, 0.94)], (236, 230, 214), 0.04)
    pen.line([(-0.5, 0), (0.8, 0)], BROWN, 0.07)
    pen.poly([(0.98, 0), (0.7, -0.14), (0.7, 0.14)], STEEL, GREY, 0.03)
    pen.poly([(-0.46, 0), (-0.66, -0.14), (-0.42, -0.12)], RED)
    pen.poly([(-0.46, 0), (-0.66, 0.14), (-0.42, 0.12)], RED)


def axe(pen, colour):
    pen.line([(-0.1, 0.98), (-0.1, -0.85)], colour, 0.14)
    head = [(-0.16, -0.72), (0.3, -0.9)] + arc(0.18, -0.42, 0.5, 0.5, -1.0, 1.0) + [(0.3, 0.06), (-0.16, -0.14)]
    pen.poly(head, STEEL, (110, 118, 130), 0.05)
    pen.poly([(-0.16, -0.66), (-0.42, -0.56), (-0.42, -0.3), (-0.16, -0.2)], GREY)


def spear(pen, colour):
    pen.line([(0, 0.98), (0, -0.6)], colour, 0.09)
    pen.poly([(0, -1), (-0.19, -0.62), (0, -0.4), (0.19, -0.62)], STEEL, (110, 118, 130), 0.04)
    pen.line([(-0.1, -0.36), (0.1, -0.36)], RED, 0.1)
    pen.poly([(0, -0.34), (0.3, -0.12), (0.04, -0.14)], RED)


def house(pen, colour):
    pen.poly([(-0.7, 0.9), (-0.7, -0.1), (0.7, -0.1), (0.7, 0.9)], colour, shade(colour, 0.7))
    pen.poly([(-0.9, -0.06), (0, -0.86), (0.9, -0.06)], (170, 70, 56), (120, 46, 38))
    pen.poly([(-0.16, 0.9), (-0.16, 0.36), (0.16, 0.36), (0.16, 0.9)], BROWN)
    for x in (-0.44, 0.44):
        pen.poly([(x - 0.15, 0.12), (x + 0.15, 0.12), (x + 0.15, 0.4), (x - 0.15, 0.4)], (180, 220, 240), WHITE, 0.05)


def boat(pen, colour):
    pen.poly([(-1.6, 0.62), (1.6, 0.62), (1.6, 1.4), (-1.6, 1.4)], (70, 140, 200))
    pen.line([(-0.04, 0.3), (-0.04, -0.95)], BROWN, 0.08)
    pen.poly([(0.04, -0.9), (0.04, 0.16), (0.74, 0.16)], WHITE, GREY, 0.03)
    pen.poly([(-0.12, -0.7), (-0.12, 0.16), (-0.6, 0.16)], shade(colour, 1.5))
    pen.poly([(-0.86, 0.3), (0.86, 0.3), (0.56, 0.82), (-0.56, 0.82)], colour, shade(colour, 0.6))


def tree(pen, colour):
    pen.poly([(-0.14, 0.95), (-0.1, 0.1), (0.1, 0.1), (0.14, 0.95)], BROWN)
    for x, y, r in ((-0.36, -0.08, 0.4), (0.36, -0.08, 0.4), (0, -0.44, 0.5), (0, 0.02, 0.4)):
        pen.oval(x, y, r, r, colour)
    pen.oval(-0.16, -0.52, 0.2, 0.16, shade(colour, 1.35))


def mountain(pen, colour):
    pen.poly([(-1.2, 0.8), (-0.3, -0.8), (0.5, 0.8)], colour, shade(colour, 0.7))
    pen.poly([(-0.2, 0.8), (0.5, -0.4), (1.2, 0.8)], shade(colour, 0.8))
    pen.poly([(-0.3, -0.8), (-0.55, -0.34), (-0.36, -0.44), (-0.24, -0.28), (-0.06, -0.34)], WHITE)
    pen.poly([(0.5, -0.4), (0.34, -0.12), (0.5, -0.2), (0.66, -0.12)], WHITE)


# category, painter, possible colours, how far the drawing may be turned (radians)
THINGS = {
    "rose": ("flower", rose, ("red", "pink", "yellow", "white"), 0.25),
    "tulip": ("flower", tulip, ("red", "yellow", "purple", "pink"), 0.3),
    "daisy": ("flower", daisy, ("white", "pink", "yellow"), 0.3),
    "sunflower": ("flower", sunflower, ("yellow", "orange"), 0.3),
    "beetle": ("insect", beetle, ("red", "green", "blue", "orange"), 0.7),
    "ant": ("insect", ant, ("black", "brown", "red"), 0.7),
    "wasp": ("insect", wasp, ("yellow",), 0.7),
    "fly": ("insect", fly, ("black", "green", "blue"), 0.7),
    "guitar": ("instrument", guitar, ("brown", "red", "orange", "blue"), 0.8),
    "drum": ("instrument", drum, ("red", "blue", "green", "purple"), 0.25),
    "trumpet": ("instrument", trumpet, ("yellow", "orange"), 0.5),
    "harp": ("instrument", harp, ("yellow", "brown", "orange"), 0.25),
    "sword": ("weapon", sword, ("yellow", "brown", "blue"), 1.0),
    "bow": ("weapon", bow, ("brown", "red", "green"), 0.8),
    "axe": ("weapon", axe, ("brown", "red", "orange"), 0.7),
    "spear": ("weapon", spear, ("brown", "yellow"), 1.0),
    "house": ("scene", house, ("white", "yellow", "pink", "blue"), 0.05),
    "boat": ("scene", boat, ("red", "blue", "brown", "green"), 0.08),
    "tree": ("scene", tree, ("green", "orange"), 0.08),
    "mountain": ("scene", mountain, ("purple", "brown", "blue"), 0.02),
}
