#!/usr/bin/env python3
"""Looks at an output folder as a picky reader would.

    pictures.py FOLDER CHARTS [TEXT...]

CHARTS is how many charts there must be, as in 11, or in 1+0 when the deck has so many pages besides
and not the usual two; every TEXT must stand, letter by letter, in an SVG or on a page of the deck.
Prints what is wrong and ends with 1, or prints 'ok'.
"""

import re
import struct
import subprocess
import sys
import xml.dom.minidom
from pathlib import Path


def png_size(path):
    data = path.read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or data[-8:-4] != b"IEND":
        return None
    return struct.unpack(">II", data[16:24])


def svg_texts(path):
    """Every line of text in a picture; raises when it is not well-formed."""
    document = xml.dom.minidom.parse(str(path))
    for text in document.getElementsByTagName("text"):
        yield "".join(node.data for node in text.childNodes if node.nodeType == node.TEXT_NODE)


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def look(folder, charts, more_pages, wanted):
    wrong = []
    names = sorted(path.name for path in (folder / "charts").iterdir())
    stems = {name.split(".")[0] for name in names}
    if len(stems) != charts or names != sorted(f"{s}.{e}" for s in stems for e in ("png", "svg")):
        wrong.append(f"the charts are {' '.join(names)}")

    shown = ""
    for path in sorted((folder / "charts").glob("*.png")):
        if png_size(path) != (1920, 1080):
            wrong.append(f"{path.name} is not a whole picture of 1920x1080")
        if path.stat().st_size < 8000:
            wrong.append(f"{path.name} is nearly empty")
    for path in sorted((folder / "charts").glob("*.svg")):
        try:
            texts = list(svg_texts(path))
        except xml.parsers.expat.ExpatError as error:
            wrong.append(f"{path.name} is not well-formed: {error}")
            continue
        if len(texts) < 4:
            wrong.append(f"{path.name} has hardly a text")
        fonts = set(re.findall(r'font-family="([^"]*)"', path.read_text()))
        if len(fonts) != 1 or "sans-serif" not in next(iter(fonts)):
            wrong.append(f"{path.name} uses the fonts {fonts}")
        shown += "\n".join(texts) + "\n"

    pages = int(re.search(r"Pages:\s*(\d+)", output_of("pdfinfo", folder / "deck.pdf")).group(1))
    if pages != charts + more_pages:
        wrong.append(f"the deck has {pages} pages")
    size = re.search(r"Page size:\s*([\d.]+) x ([\d.]+)", output_of("pdfinfo", folder / "deck.pdf"))
    if abs(float(size.group(1)) / float(size.group(2)) - 16 / 9) > 0.01:
        wrong.append(f"the deck's {size.group(0)} is not 16:9")
    shown += output_of("pdftotext", "-layout", folder / "deck.pdf", "-")

    for text in wanted:
        if text not in shown:
            wrong.append(f"'{text}' is shown nowhere")
    leftovers = [str(p) for p in folder.rglob("*") if "partial" in p.name or "canary" in p.name]
    if leftovers:
        wrong.append(f"left behind: {' '.join(leftovers)}")
    return wrong


def main(arguments):
    charts, _, more_pages = arguments[1].partition("+")
    wrong = look(Path(arguments[0]), int(charts), int(more_pages or 2), arguments[2:])
    print("\n".join(wrong) if wrong else "ok")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
