"""Backgrounds, people and rooms of the sample world."""

import math

from PIL import Image

from pen import Pen, arc, shade
from things import BLUE, BROWN, DARK, GOLD, GREEN, GREY, ORANGE, PINK, PURPLE, RED, STEEL, TEAL, WHITE, YELLOW

PLAIN = [(214, 222, 226), (226, 218, 206), (208, 220, 208), (222, 212, 224), (200, 208, 220), (232, 226, 200)]
SUNNY = [(150, 212, 250), (255, 236, 160), (255, 214, 226), (176, 240, 220)]
STORMY = [(74, 72, 92), (88, 76, 74), (66, 82, 84), (92, 72, 100)]


def gradient(image, top, bottom):
    strip = Image.new("RGB", (1, 2))
    strip.putpixel((0, 0), top)
    strip.putpixel((0, 1), bottom)
    image.paste(strip.resize(image.size, Image.BILINEAR))


def background(image, mood, random):
    """Fills the picture: plain, or with the marks of a pleasant or an unpleasant mood."""
    colour = random.choice({"pleasant": SUNNY, "unpleasant": STORMY}.get(mood, PLAIN))
    gradient(image, shade(colour, 1.15), shade(colour, random.uniform(0.78, 0.95)))
    if mood:
        marks = PLEASANT_MARKS if mood == "pleasant" else UNPLEASANT_MARKS
        for mark in random.sample(marks, 2):
            mark(image, random)


def corner(image, random, size, up=True):
    x = random.choice((random.uniform(0.08, 0.26), random.uniform(0.74, 0.92))) * image.width
    y = (random.uniform(0.08, 0.24) if up else random.uniform(0.76, 0.92)) * image.height
    return Pen(image, (x, y), size * min(image.size), 0)


def sun(image, random):
    pen = corner(image, random, 0.17)
    for turn in range(10):
        angle = turn * math.pi / 5
        pen.line([(0.9 * math.cos(angle), 0.9 * math.sin(angle)), (1.4 * math.cos(angle), 1.4 * math.sin(angle))], GOLD, 0.2)
    pen.oval(0, 0, 0.75, 0.75, (255, 214, 60), 0, GOLD, 0.12)


def rainbow(image, random):
    pen = Pen(image, (image.width * random.uniform(0.4, 0.6), image.height * random.uniform(0.75, 0.95)), 0.62 * min(image.size))
    for step, colour in enumerate((RED, ORANGE, YELLOW, GREEN, BLUE, PURPLE)):
        reach = 1.1 - 0.08 * step
        pen.line(arc(0, 0, reach, reach, math.pi, 2 * math.pi), shade(colour, 1.4), 0.09)


def hearts(image, random):
    for _ in range(4):
        pen = corner(image, random, random.uniform(0.07, 0.11), random.random() < 0.6)
        left = arc(-0.5, -0.3, 0.55, 0.55, math.pi, 2 * math.pi)
        right = arc(0.5, -0.3, 0.55, 0.55, math.pi, 2 * math.pi)
        pen.poly(left + right + [(0, 1.1)], (236, 84, 120))


def balloons(image, random):
    for colour in random.sample((RED, YELLOW, BLUE, GREEN, PINK), 3):
        pen = corner(image, random, 0.1)
        pen.line([(0, 1), (0.1, 2.4)], GREY, 0.08)
        pen.oval(0, 0, 0.8, 1, shade(colour, 1.2))


def lightning(image, random):
    pen = corner(image, random, 0.2)
    pen.poly([(-0.1, -1), (0.5, -1), (0.2, -0.2), (0.6, -0.2), (-0.4, 1.2), (-0.1, 0.2), (-0.5, 0.2)], (240, 226, 110))


def rain(image, random):
    pen = Pen(image, (image.width / 2, image.height / 2), min(image.size) / 2)
    for _ in range(22):
        x, y = random.uniform(-1, 1), random.uniform(-1, 0.9)
        pen.line([(x, y), (x - 0.06, y + 0.18)], (140, 156, 190), 0.03)


def cracks(image, random):
    for _ in range(3):
        pen = corner(image, random, 0.3, random.random() < 0.5)
        x, y, points = random.uniform(-1, 1), -1, []
        for _ in range(6):
            points.append((x, y))
            x, y = x + random.uniform(-0.4, 0.4), y + 0.36
        pen.line(points, (26, 22, 30), 0.08)


def clouds(image, random):
    for _ in range(3):
        pen = corner(image, random, 0.15)
        for x, y, r in ((-0.7, 0.1, 0.6), (0, -0.2, 0.8), (0.7, 0.1, 0.6)):
            pen.oval(x, y, r, r, (50, 48, 58))


PLEASANT_MARKS = (sun, rainbow, hearts, balloons)
UNPLEASANT_MARKS = (lightning, rain, cracks, clouds)

COATS = [(190, 80, 80), (80, 120, 180), (200, 160, 80), (110, 150, 100), (150, 110, 150), (120, 120, 126)]
FACES = [(246, 226, 196), (198, 224, 214), (226, 206, 234), (250, 208, 186)]


def person(pen, group, random):
    """A doll; Tolvans wear tall teal hats, Belmers round purple ones. Nothing else tells them apart."""
    coat, face = random.choice(COATS), random.choice(FACES)
    lift = random.uniform(-0.25, 0.25)
    for side in (-1, 1):
        pen.line([(side * 0.14, 0.5), (side * 0.18, 0.98)], DARK, 0.16)
        pen.line([(side * 0.24, -0.02), (side * 0.5, 0.26 + side * lift)], shade(coat, 0.8), 0.14)
    pen.poly([(-0.24, -0.14), (0.24, -0.14), (0.36, 0.62), (-0.36, 0.62)], coat, shade(coat, 0.7), 0.04)
    pen.oval(0, -0.36, 0.27, 0.28, face)
    for side in (-1, 1):
        pen.oval(side * 0.1, -0.36, 0.035, 0.045, DARK)
    pen.line(arc(0, -0.3, 0.1, 0.07, 0.3, math.pi - 0.3), DARK, 0.03)
    if group == "tolvan":
        pen.poly([(-0.34, -0.5), (0.34, -0.5), (0.06, -1.12)], TEAL, shade(TEAL, 0.7), 0.04)
        pen.line([(-0.36, -0.5), (0.36, -0.5)], shade(TEAL, 0.7), 0.08)
    else:
        pen.poly(arc(0, -0.54, 0.32, 0.36, math.pi, 2 * math.pi), PURPLE, shade(PURPLE, 0.7), 0.04)
        pen.line([(-0.46, -0.54), (0.46, -0.54)], shade(PURPLE, 0.7), 0.1)


def desk(pen):
    pen.poly([(-0.9, 0.3), (0.9, 0.3), (0.9, 0.46), (-0.9, 0.46)], BROWN)
    for x in (-0.8, 0.72):
        pen.line([(x, 0.46), (x, 1)], shade(BROWN, 0.8), 0.12)
    pen.poly([(-0.4, -0.4), (0.4, -0.4), (0.4, 0.14), (-0.4, 0.14)], (90, 170, 220), DARK, 0.09)
    pen.line([(0, 0.16), (0, 0.28)], DARK, 0.1)


def tools(pen):
    pen.poly([(-0.7, 0.2), (0.7, 0.2), (0.7, 0.8), (-0.7, 0.8)], RED, shade(RED, 0.6))
    pen.line([(-0.3, 0.2), (-0.3, 0), (0.3, 0), (0.3, 0.2)], DARK, 0.1)
    pen.line([(-0.6, -0.1), (-0.6, -0.8)], BROWN, 0.12)
    pen.line([(-0.84, -0.8), (-0.36, -0.8)], GREY, 0.2)
    pen.line([(0.6, -0.1), (0.6, -0.7)], STEEL, 0.13)
    pen.line(arc(0.6, -0.84, 0.15, 0.15, -0.9, math.pi + 0.9), STEEL, 0.1)


def factory(pen):
    pen.poly([(-0.9, 0.9), (-0.9, 0), (-0.45, -0.3), (-0.45, 0), (0, -0.3), (0, 0), (0.45, -0.3), (0.45, 0.9)], (150, 110, 96), DARK, 0.04)
    pen.poly([(0.56, 0.9), (0.6, -0.7), (0.84, -0.7), (0.88, 0.9)], (130, 90, 80))
    for x in (-0.66, -0.22, 0.2):
        pen.poly([(x - 0.1, 0.3), (x + 0.1, 0.3), (x + 0.1, 0.52), (x - 0.1, 0.52)], (250, 220, 130))
    pen.oval(0.6, -0.9, 0.2, 0.14, (220, 220, 224))


def board(pen):
    pen.poly([(-0.9, -0.7), (0.9, -0.7), (0.9, 0.3), (-0.9, 0.3)], (44, 92, 70), BROWN, 0.1)
    pen.line([(-0.7, -0.1), (-0.3, -0.4), (0, -0.2), (0.5, -0.52)], WHITE, 0.05)
    pen.line([(-0.7, 0.12), (0.6, 0.12)], WHITE, 0.04)
    pen.line([(-0.6, 0.3), (-0.7, 1)], BROWN, 0.08)
    pen.line([(0.6, 0.3), (0.7, 1)], BROWN, 0.08)


def sofa(pen):
    colour = (206, 110, 90)
    pen.poly([(-0.8, -0.2), (0.8, -0.2), (0.8, 0.5), (-0.8, 0.5)], colour, shade(colour, 0.7))
    pen.poly([(-0.8, 0.3), (0.8, 0.3), (0.8, 0.7), (-0.8, 0.7)], shade(colour, 1.25), shade(colour, 0.7))
    for x in (-0.9, 0.9):
        pen.line([(x, 0.1), (x, 0.7)], shade(colour, 0.85), 0.22)
    pen.line([(0, 0.34), (0, 0.66)], shade(colour, 0.7), 0.04)


def stove(pen):
    pen.poly([(-0.6, -0.1), (0.6, -0.1), (0.6, 0.95), (-0.6, 0.95)], (236, 236, 238), GREY)
    pen.poly([(-0.4, 0.3), (0.4, 0.3), (0.4, 0.75), (-0.4, 0.75)], (250, 170, 80), DARK, 0.07)
    pen.poly([(-0.36, -0.16), (-0.36, -0.5), (0.3, -0.5), (0.3, -0.16)], (90, 110, 150))
    pen.line([(0.3, -0.4), (0.66, -0.46)], DARK, 0.08)
    for x in (-0.2, 0.12):
        pen.line([(x, -0.62), (x + 0.08, -0.74), (x, -0.88)], WHITE, 0.05)


def lamp(pen):
    pen.oval(0, -0.4, 0.8, 0.62, (255, 242, 190))
    pen.line([(0, -0.4), (0, 0.85)], DARK, 0.08)
    pen.poly([(-0.26, -0.9), (0.26, -0.9), (0.5, -0.26), (-0.5, -0.26)], YELLOW, GOLD)
    pen.oval(0, 0.9, 0.36, 0.09, DARK)


def bed(pen):
    pen.line([(-0.92, -0.4), (-0.92, 0.9)], BROWN, 0.14)
    pen.line([(0.92, 0.1), (0.92, 0.9)], BROWN, 0.14)
    pen.poly([(-0.9, 0.3), (0.9, 0.3), (0.9, 0.66), (-0.9, 0.66)], WHITE, GREY, 0.04)
    pen.poly([(-0.3, 0.2), (0.9, 0.2), (0.9, 0.6), (-0.3, 0.6)], (110, 150, 210))
    pen.oval(-0.62, 0.2, 0.24, 0.14, WHITE, 0, GREY, 0.04)


# place of the picture, what stands there, what captions call it
WORK = {"desk": desk, "tools": tools, "factory": factory, "board": board}
HOME = {"sofa": sofa, "stove": stove, "lamp": lamp, "bed": bed}
