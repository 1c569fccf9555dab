"""Makes the two text fonts of the pages, once: French and English glyphs, the axes we use, and a narrow no-break space.

    pip install fonttools brotli
    python make.py    (from web/fonts, after an install: reads @fontsource-variable from node_modules)

Neither family has U+202F, which French wants before ; ? and ! : an empty glyph of 210/1000 em is added to both.
"""

import os
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer

SOURCE = os.environ.get("SOURCE", "../node_modules/@fontsource-variable")
TARGET = os.environ.get("TARGET", "../src/lib/fonts")
LETTERS = [*range(0x20, 0x7F), *range(0xC0, 0x100), 0x152, 0x153, 0x178]
SIGNS = [0x2009, 0x202F, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x20AC]
SIGNS += [ord(sign) for sign in "\u00a0§©«»°·£²"]
LETTERS = [letter for letter in LETTERS if chr(letter) not in "ÐðÞþ÷×^`~{}|\\"]
FONTS = {
    "newsreader": ("newsreader/files/newsreader-latin-opsz-normal.woff2", {"opsz": 36, "wght": (400, 600)}),
    "instrument-sans": ("instrument-sans/files/instrument-sans-latin-wght-normal.woff2", {"wght": (400, 700)}),
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


for family, (path, axes) in FONTS.items():
    font = TTFont(os.path.join(SOURCE, path))
    font = instancer.instantiateVariableFont(font, axes)
    add_narrow_space(font)
    options = subset.Options()
    options.layout_features = ["kern", "liga", "tnum", "lnum", "mark", "ccmp", "locl"]
    options.hinting = False
    options.flavor = "woff2"
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS + SIGNS)
    cutter.subset(font)
    font.flavor = "woff2"
    target = os.path.join(TARGET, f"{family}.woff2")
    font.save(target)
    print(target, os.path.getsize(target), "bytes")
