"""Raster pictures, drawn here: a portrait-like one and a page of words as a scanner would give it."""

import io

from PIL import Image, ImageDraw, ImageFont


def png(image):
    output = io.BytesIO()
    image.save(output, "PNG", optimize=True)
    return output.getvalue()


def portrait():
    image = Image.new("RGB", (90, 120))
    draw = ImageDraw.Draw(image)
    for y in range(120):
        draw.line((0, y, 90, y), fill=(120 + y // 2, 150 + y // 3, 190))
    draw.ellipse((5, 85, 85, 160), fill=(70, 60, 110))
    draw.ellipse((24, 22, 66, 84), fill=(228, 188, 160))
    draw.pieslice((20, 12, 70, 70), 180, 360, fill=(80, 50, 30))
    for x in (36, 54):
        draw.ellipse((x - 3, 48, x + 3, 54), fill=(40, 40, 40))
    draw.arc((35, 56, 55, 74), 20, 160, fill=(150, 60, 60), width=2)
    return png(image)


def scan(lines):
    """A4 at 75 dots an inch, black on white."""
    image = Image.new("1", (620, 877), 1)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("LiberationSans-Regular.ttf", 15)
    for number, text in enumerate(lines):
        draw.text((60, 60 + 24 * number), text, fill=0, font=font)
    return image
