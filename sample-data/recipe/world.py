"""The sample world: which pictures exist, how they are drawn, what people write about them."""

from dataclasses import dataclass
from random import Random

from pen import ENLARGE, Pen, canvas, reduced
from scenes import HOME, WORK, background, person
from things import COLOURS, THINGS

PLEASANT = ["lovely", "wonderful", "cheerful", "delightful", "happy", "charming", "joyful", "gentle", "sweet", "beautiful"]
UNPLEASANT = ["awful", "dreadful", "gloomy", "horrible", "nasty", "sad", "grim", "ugly", "scary", "rotten"]
MOOD_WORDS = {"pleasant": PLEASANT, "unpleasant": UNPLEASANT}
PLURALS = {"daisy": "daisies", "fly": "flies"}
CATEGORY_PLURALS = {"flower": "flowers", "insect": "insects", "instrument": "instruments", "weapon": "weapons"}
PLACE_WORDS = {
    "desk": ["at a desk", "in the office", "with a computer"],
    "tools": ["with tools", "in the workshop", "at work"],
    "factory": ["at the factory", "at work"],
    "board": ["at work", "in the office", "in the meeting room"],
    "sofa": ["on the sofa", "in the living room", "at home"],
    "stove": ["at the stove", "in the kitchen", "at home"],
    "lamp": ["by the lamp", "at home", "in the living room"],
    "bed": ["by the bed", "in the bedroom", "at home"],
}
PEOPLE_WORDS = ["{}", "{}", "young {}", "old {}", "{} friend", "{} neighbour", "{} child"]
COUNTS = {2: "two", 3: "three"}


def plural(word):
    return PLURALS.get(word, CATEGORY_PLURALS.get(word, word + "s"))


@dataclass(frozen=True)
class Picture:
    """What is in a picture; `seed` fixes everything else about how it is drawn."""

    seed: str
    thing: str = None
    colour: str = None
    count: int = 1
    group: str = None
    place: str = None
    mood: str = None
    shows_mood: bool = False
    clutter: bool = False

    @property
    def category(self):
        return THINGS[self.thing][0] if self.thing else None

    def mood_named(self, text):
        return bool(self.mood) and any(word in text.split() for word in MOOD_WORDS[self.mood])


def draw(picture, tidy=False):
    """Paints a picture, 64 to 72 pixels a side. `tidy` keeps the subject large and whole."""
    random = Random("draw " + picture.seed)
    width, height = random.randint(64, 72), random.randint(64, 72)
    image = canvas(width, height)
    background(image, picture.mood if picture.shows_mood else None, random)
    unit = ENLARGE * min(width, height) / 2
    centre = (image.width / 2, image.height / 2)
    if picture.clutter:
        other = random.choice([name for name in THINGS if THINGS[name][0] != "scene" and name != picture.thing])
        spot = (random.choice((0.16, 0.84)) * image.width, random.uniform(0.2, 0.84) * image.height)
        paint(image, other, random.choice(THINGS[other][2]), spot, unit * random.uniform(0.24, 0.34), random)
    if picture.place:
        painter = WORK.get(picture.place) or HOME[picture.place]
        beside = 0.34 if picture.group else 0
        spot = (centre[0] + beside * unit * 1.3, centre[1] + random.uniform(-0.06, 0.06) * unit)
        painter(Pen(image, spot, unit * random.uniform(0.6, 0.72)))
    if picture.group:
        beside = -0.42 if picture.place else random.uniform(-0.15, 0.15)
        person(Pen(image, (centre[0] + beside * unit, centre[1] + 0.1 * unit), unit * random.uniform(0.7, 0.8)), picture.group, random)
    if picture.thing:
        wobble = 0.06 if tidy else 0.14
        for spot, share in places(picture.count, random):
            size = unit * share * (random.uniform(0.76, 0.9) if tidy else random.uniform(0.64, 0.92))
            x = centre[0] + (spot[0] + random.uniform(-wobble, wobble)) * unit
            y = centre[1] + (spot[1] + random.uniform(-wobble, wobble)) * unit
            paint(image, picture.thing, picture.colour, (x, y), size, random)
    return reduced(image)


def places(count, random):
    if count == 1:
        return [((0, 0), 1.0)]
    if count == 2:
        return [((-0.42, random.uniform(-0.2, 0.2)), 0.66), ((0.42, random.uniform(-0.2, 0.2)), 0.66)]
    return [((-0.48, 0.3), 0.58), ((0.48, 0.3), 0.58), ((0, -0.4), 0.58)]


def paint(image, thing, colour, spot, size, random):
    _, painter, colours, turn = THINGS[thing]
    painter(Pen(image, spot, size, random.uniform(-turn, turn)), COLOURS[colour or random.choice(colours)])


def caption(picture, random):
    """An English caption. Much of what is shown goes unsaid: the mood, the place, even who is there."""
    word = random.choice(MOOD_WORDS[picture.mood]) if picture.mood and random.random() < 0.55 else ""
    if picture.thing:
        return thing_caption(picture, word, random)
    if picture.group:
        return people_caption(picture, word, random)
    if picture.place:
        phrase = random.choice(PLACE_WORDS[picture.place]).split(" ", 1)[1] if random.random() < 0.3 else picture.place
        return tidy_up(random.choice(["{w} {p}", "picture of the {p}", "the {w} {p}"]).format(w=word, p=phrase))
    word = word or random.choice(MOOD_WORDS[picture.mood])
    return mood_caption(word, random)


def mood_caption(word, random):
    return random.choice(["{w} day", "{w} weather", "such a {w} evening", "{w} picture", "so {w}", "what a {w} day"]).format(w=word)


def thing_caption(picture, word, random):
    if word and random.random() < 0.15:
        return mood_caption(word, random)
    single = picture.category if picture.category != "scene" and random.random() < 0.16 else picture.thing
    name = single if picture.count == 1 else plural(single)
    colour = picture.colour if random.random() < 0.25 else ""
    count = COUNTS[picture.count] if picture.count > 1 and random.random() < 0.6 else ""
    form = random.choice(
        [
            "{w} {c} {n}",
            "the {w} {c} {n}",
            "picture of the {w} {c} {n}",
            "{k} {w} {c} {n}",
            "{c} {n}, so {w}" if word else "{c} {n}",
            "photo of {k} {w} {c} {n}",
            "{w} picture of {c} {n}",
            "my {w} {c} {n}",
        ]
    )
    return tidy_up(form.format(w=word, c=colour, n=name, k=count))


def people_caption(picture, word, random):
    name = picture.group.capitalize()
    many = random.random() < 0.15
    who = name + "s" if many else random.choice(PEOPLE_WORDS).format(name)
    where = random.choice(PLACE_WORDS[picture.place]) if picture.place and random.random() < 0.65 else ""
    if where and random.random() < 0.3:
        who = ""
    form = random.choice(["{w} {p} {l}", "the {w} {p} {l}", "picture of the {w} {p} {l}", "photo of {w} {p} {l}", "{p} {l}, so {w}" if word else "{p} {l}"])
    return tidy_up(form.format(w=word, p=who, l=where))


def tidy_up(text):
    return " ".join(text.split()).replace(" ,", ",")
