"""Makes the two text fonts of the pages, once: French and English glyphs, the axes we use, and a narrow no-break space.
And the three fonts that printed documents carry with them: TrueType, one weight each, with the letters of all
European names in Latin script, since a document has no system font to fall back on.

    pip install fonttools brotli
    python make.py    (from web/fonts, after an install: reads @fontsource-variable from node_modules)

Neither family has U+202F, which French wants before ; ? and ! : an empty glyph of 210/1000 em is added to both.
"""

import os
import tempfile
from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer

SOURCE = os.environ.get("SOURCE", "../node_modules/@fontsource-variable")
TARGET = os.environ.get("TARGET", "../src/lib/fonts")
PAPER = os.environ.get("PAPER", "../../api/documents/fonts")
LETTERS = [*range(0x20, 0x7F), *range(0xC0, 0x100), 0x152, 0x153, 0x178]
SIGNS = [0x2009, 0x202F, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x20AC]
SIGNS += [ord(sign) for sign in "\u00a0§©«»°·£²"]
LETTERS = [letter for letter in LETTERS if chr(letter) not in "ÐðÞþ÷×^`~{}|\\"]
FONTS = {
    "newsreader": ("newsreader/files/newsreader-latin-opsz-normal.woff2", {"opsz": 36, "wght": (400, 600)}),
    "instrument-sans": ("instrument-sans/files/instrument-sans-latin-wght-normal.woff2", {"wght": (400, 700)}),
}

PAPER_LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, *range(0x1CD, 0x1DD), *range(0x1E6, 0x1F6)]
PAPER_LETTERS += [*range(0x1F8, 0x220), *range(0x1E80, 0x1E86), 0x1E9E, 0x1EF2, 0x1EF3, *SIGNS, 0x2022, 0x2212]
PAPER_FONTS = {
    "newsreader": ("newsreader", {"opsz": 36, "wght": 480}, "Newsreader", "Book"),
    "instrument-sans": ("instrument-sans", {"wght": 400}, "Instrument Sans", "Regular"),
    "instrument-sans-semibold": ("instrument-sans", {"wght": 600}, "Instrument Sans", "SemiBold"),
}


def add_narrow_space(font: TTFont) -> None:
    name, advance = "uni202F", round(font["head"].unitsPerEm * 0.21)
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = Glyph()
    font["hmtx"][name] = (advance, 0)
    if "gvar" in font:
        for glyph in font.getGlyphOrder():
            font["gvar"].variations.setdefault(glyph, [])
    if "HVAR" in font:  # the same widths follow from gvar
        del font["HVAR"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x202F] = table.cmap[0x2009] = name


def free_median_dot(font: TTFont) -> None:
    """Instrument Sans kerns « r·r » to nothing: a copy of the dot, known to no kerning, takes its place."""
    dot, name = font.getBestCmap()[0xB7], "middot.free"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = font["glyf"][dot]
    font["hmtx"][name] = font["hmtx"][dot]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0xB7] = name


def stand_in_columns(font: TTFont) -> None:
    """Figures of one width by themselves: asked for word by word, they cost a document half its time."""
    gsub = font["GSUB"].table
    chosen = {i for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum" for i in record.Feature.LookupListIndex}
    swaps = {}
    for index in chosen:
        for table in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            for figure in range(0x30, 0x3A):
                table.cmap[figure] = swaps.get(table.cmap[figure], table.cmap[figure])


def name_weight(font: TTFont, name: str, weight: str) -> None:
    for number, text in ((1, name), (2, weight), (4, f"{name} {weight}"), (6, f"{name.replace(' ', '')}-{weight}")):
        font["name"].setName(text, number, 3, 1, 0x409)


def whole(path: str, axes: dict) -> TTFont:
    """The basic and the extended Latin of a family, which its publisher keeps in two files, as one font."""
    parts = []
    for script in ("latin", "latin-ext"):
        font = TTFont(os.path.join(SOURCE, path.replace("-latin-", f"-{script}-")))
        font = instancer.instantiateVariableFont(font, axes)
        font.flavor = None
        parts.append(tempfile.mktemp(".ttf"))
        font.save(parts[-1])
    return merge.Merger().merge(parts)


def write(font: TTFont, target: str, flavor: str | None, letters: list[int]) -> None:
    options = subset.Options()
    options.layout_features = ["kern", "liga", "tnum", "lnum", "mark", "ccmp", "locl"]
    options.hinting = False
    options.flavor = flavor
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font.flavor = flavor
    font.save(target)
    print(target, os.path.getsize(target), "bytes")


for family, (path, axes) in FONTS.items():
    font = instancer.instantiateVariableFont(TTFont(os.path.join(SOURCE, path)), axes)
    add_narrow_space(font)
    write(font, os.path.join(TARGET, f"{family}.woff2"), "woff2", LETTERS + SIGNS)

for name, (family, axes, family_name, weight) in PAPER_FONTS.items():
    font = whole(FONTS[family][0], axes)
    add_narrow_space(font)
    free_median_dot(font)
    stand_in_columns(font)
    name_weight(font, family_name, weight)
    write(font, os.path.join(PAPER, f"{name}.ttf"), None, PAPER_LETTERS)
