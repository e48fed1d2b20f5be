"""Captions in other languages: a few per cent of a real manifest are not English."""

ENGLISH = "rose tulip daisy sunflower beetle ant wasp fly guitar drum trumpet harp sword bow axe spear house boat tree mountain"
WORDS = {
    "ja": "バラ チューリップ ヒナギク ひまわり 甲虫 アリ スズメバチ ハエ ギター 太鼓 トランペット ハープ 剣 弓 斧 槍 家 船 木 山",
    "de": "Rose Tulpe Margerite Sonnenblume Käfer Ameise Wespe Fliege Gitarre Trommel Trompete Harfe Schwert Bogen Axt Speer Haus Boot Baum Berg",
    "fr": "rose tulipe marguerite tournesol scarabée fourmi guêpe mouche guitare tambour trompette harpe épée arc hache lance maison bateau arbre montagne",
}
NAMES = {language: dict(zip(ENGLISH.split(), words.split())) for language, words in WORDS.items()}
FORMS = {
    "ja": {"pleasant": "きれいな{}の絵", "unpleasant": "ひどい{}の絵", None: "{}の写真"},
    "de": {"pleasant": "Bild: {}, wunderschön", "unpleasant": "Bild: {}, schrecklich", None: "Bild: {}"},
    "fr": {"pleasant": "une belle image, {}", "unpleasant": "une image affreuse, {}", None: "photo, {}"},
}


def foreign_caption(picture, random):
    language = random.choice(["ja", "ja", "de", "fr"])
    return language, FORMS[language][picture.mood].format(NAMES[language][picture.thing])
