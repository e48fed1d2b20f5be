"""Makes small pictures of every kind, each beside NAME.rgb.png, what Pillow makes of it with convert("RGB").

    python3 make_pictures.py FOLDER          (needs numpy and Pillow; written with Pillow 9.4)

Kinds that Pillow cannot write (interlaced PNG, 16-bit colour, bitmaps of 4 and 16 bits, run lengths, tiles …) are
packed here. Gray of 16 bits is the exception: Pillow cuts every value above 255 to 255, which shows no picture; what is
expected instead is round(v / 257). The pictures in jpeg/ were made by libjpeg-turbo's cjpeg and are not made here.
"""

import struct
import sys
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

W, H = 37, 29
RANDOM = np.random.default_rng(20261127)


def colours(channels=3, width=W, height=H, high=256):
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    waves = [
        (np.sin(x / (3.0 + c) + c) * np.cos(y / (4.0 + c)) + 1) / 2 * (high - 1)
        + RANDOM.normal(0, high / 40, x.shape)
        for c in range(channels)
    ]
    return np.clip(np.round(np.stack(waves, axis=2)), 0, high - 1).astype(np.int64)


def packed_row(row, bits, endian=">"):
    """Samples of one row as bytes, the first sample in the highest bits."""
    if bits == 16:
        return np.asarray(row, dtype=endian + "u2").tobytes()
    if bits == 8:
        return np.asarray(row, dtype="u1").tobytes()
    text = "".join(format(int(v), f"0{bits}b") for v in row)
    text += "0" * (-len(text) % 8)
    return bytes(int(text[i : i + 8], 2) for i in range(0, len(text), 8))


def rows(samples, bits, endian=">"):
    return [packed_row(line.reshape(-1), bits, endian) for line in samples]


# PNG -----------------------------------------------------------------------------------------------------------------

ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(samples, kind, bits, interlaced=False, extra=()):
    height, width = samples.shape[:2]
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    data = b""
    for left, top, dx, dy in passes:
        part = samples[top::dy, left::dx]
        if part.size:
            data += b"".join(b"\0" + row for row in rows(part, bits))
    header = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, int(interlaced))
    chunks = [chunk(b"IHDR", header), *[chunk(k, d) for k, d in extra], chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def palette(entries):
    return bytes(RANDOM.integers(0, 256, 3 * entries, dtype=np.uint8))


def pngs():
    yield "gray1", png(colours(1, high=2), 0, 1)
    yield "gray2", png(colours(1, high=4), 0, 2)
    yield "gray4", png(colours(1, high=16), 0, 4)
    yield "gray8", png(colours(1), 0, 8)
    yield "gray16", png(colours(1, high=65536), 0, 16)
    yield "gray1-interlaced", png(colours(1, high=2), 0, 1, True)
    yield "gray8-transparent", png(colours(1), 0, 8, extra=[(b"tRNS", struct.pack(">H", 100))])
    yield "gray-alpha8", png(colours(2), 4, 8)
    yield "gray-alpha16", png(colours(2, high=65536), 4, 16)
    yield "rgb8", png(colours(3), 2, 8)
    yield "rgb8-interlaced", png(colours(3), 2, 8, True)
    yield "rgb8-interlaced-tiny", png(colours(3, 3, 2), 2, 8, True)
    yield "rgb8-gamma", png(colours(3), 2, 8, extra=[(b"gAMA", struct.pack(">I", 100000))])
    yield "rgb8-transparent", png(colours(3), 2, 8, extra=[(b"tRNS", struct.pack(">HHH", 1, 2, 3))])
    yield "rgb16", png(colours(3, high=65536), 2, 16)
    yield "rgb16-interlaced", png(colours(3, high=65536), 2, 16, True)
    yield "rgba8", png(colours(4), 6, 8)
    yield "rgba16", png(colours(4, high=65536), 6, 16)
    for bits in (1, 2, 4, 8):
        yield f"palette{bits}", png(colours(1, high=1 << bits), 3, bits, extra=[(b"PLTE", palette(1 << bits))])
    yield "palette8-short", png(colours(1, high=11), 3, 8, extra=[(b"PLTE", palette(11))])
    yield "palette4-transparent", png(colours(1, high=16), 3, 4, extra=[(b"PLTE", palette(16)), (b"tRNS", bytes(range(0, 96, 6)))])
    yield "palette4-interlaced", png(colours(1, high=16), 3, 4, True, extra=[(b"PLTE", palette(16))])


# BMP -----------------------------------------------------------------------------------------------------------------


def bmp(data, bits, compression=0, height=H, entries=b"", masks=b""):
    offset = 14 + 40 + len(masks) + len(entries)
    header = struct.pack("<IiiHHIIiiII", 40, W, height, 1, bits, compression, len(data), 2835, 2835, len(entries) // 4, 0)
    return b"BM" + struct.pack("<IHHI", offset + len(data), 0, 0, offset) + header + masks + entries + data


def bmp_rows(lines, top_down=False):
    padded = [line + b"\0" * (-len(line) % 4) for line in lines]
    return b"".join(padded if top_down else padded[::-1])


def bmp_entries(count):
    return b"".join(palette(1) + b"\0" for _ in range(count))


def run_lengths(samples, eight):
    out = b""
    for line in samples[::-1, :, 0]:
        x = 0
        while x < W:
            run = 1
            while x + run < W and run < 255 and line[x + run] == line[x]:
                run += 1
            value = int(line[x])
            out += bytes([run, value if eight else value << 4 | value])
            x += run
        out += b"\0\0"
    return out + b"\0\1"


def bmps():
    for bits in (1, 4, 8):
        lines = rows(colours(1, high=1 << bits), bits)
        yield f"palette{bits}", bmp(bmp_rows(lines), bits, entries=bmp_entries(1 << bits))
    yield "palette8-short", bmp(bmp_rows(rows(colours(1, high=7), 8)), 8, entries=bmp_entries(7))
    yield "palette8-top-down", bmp(bmp_rows(rows(colours(1), 8), True), 8, height=-H, entries=bmp_entries(256))
    yield "rgb24", bmp(bmp_rows(rows(colours(3), 8)), 24)
    yield "rgb24-top-down", bmp(bmp_rows(rows(colours(3), 8), True), 24, height=-H)
    yield "rgb32", bmp(bmp_rows(rows(colours(4), 8)), 32)
    fives = colours(3, high=32)
    words = fives[..., 0] << 10 | fives[..., 1] << 5 | fives[..., 2]
    yield "rgb555", bmp(bmp_rows(rows(words[..., None], 16, "<")), 16)
    words = fives[..., 0] << 11 | fives[..., 1] << 6 | fives[..., 2]
    masks = struct.pack("<III", 0xF800, 0x7E0, 0x1F)
    yield "rgb565", bmp(bmp_rows(rows(words[..., None], 16, "<")), 16, 3, masks=masks)
    masks = struct.pack("<III", 0xFF0000, 0xFF00, 0xFF)
    yield "rgb32-masks", bmp(bmp_rows(rows(colours(4), 8)), 32, 3, masks=masks)
    blocks = np.repeat(colours(1, 10, H), 4, axis=1)[:, :W]
    yield "runs8", bmp(run_lengths(blocks, True), 8, 1, entries=bmp_entries(256))
    blocks = np.repeat(colours(1, 10, H, 16), 4, axis=1)[:, :W]
    yield "runs4", bmp(run_lengths(blocks, False), 4, 2, entries=bmp_entries(16))


# TIFF ----------------------------------------------------------------------------------------------------------------


def tiff(samples, bits, photometric, endian="<", tile=None, deflate=False, planar=False, extra=(), predictor=False):
    height, width, bands = samples.shape
    if predictor:
        samples = samples.copy()
        samples[:, 1:] = (samples[:, 1:] - samples[:, :-1]) % (1 << bits)
    planes = [samples[..., b : b + 1] for b in range(bands)] if planar else [samples]
    pieces = []
    for plane in planes:
        if tile:
            for top in range(0, height, tile):
                for left in range(0, width, tile):
                    piece = np.zeros((tile, tile, plane.shape[2]), np.int64)
                    part = plane[top : top + tile, left : left + tile]
                    piece[: part.shape[0], : part.shape[1]] = part
                    pieces.append(b"".join(rows(piece, bits, endian)))
        else:
            for top in range(0, height, 8):
                pieces.append(b"".join(rows(plane[top : top + 8], bits, endian)))
    if deflate:
        pieces = [zlib.compress(piece) for piece in pieces]
    tags = {
        256: (3, [width]), 257: (3, [height]), 258: (3, [bits] * bands), 259: (3, [8 if deflate else 1]),
        262: (3, [photometric]), 277: (3, [bands]), 284: (3, [2 if planar else 1]), **dict(extra),
    }
    if predictor:
        tags[317] = (3, [2])
    if tile:
        tags[322], tags[323] = (3, [tile]), (3, [tile])
    else:
        tags[278] = (3, [8])
    data = b""
    starts = []
    for piece in pieces:
        starts.append(8 + len(data))
        data += piece + b"\0" * (len(piece) % 2)
    tags[324 if tile else 273] = (4, starts)
    tags[325 if tile else 279] = (4, [len(piece) for piece in pieces])
    directory = b""
    later = b""
    where = 8 + len(data)
    end = where + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        kind, values = tags[tag]
        value = b"".join(struct.pack(endian + {3: "H", 4: "I"}[kind], v) for v in values)
        if len(value) > 4:
            directory += struct.pack(endian + "HHII", tag, kind, len(values), end + len(later))
            later += value + b"\0" * (len(value) % 2)
        else:
            directory += struct.pack(endian + "HHI", tag, kind, len(values)) + value.ljust(4, b"\0")
    magic = b"II" if endian == "<" else b"MM"
    header = magic + struct.pack(endian + "HI", 42, where)
    return header + data + struct.pack(endian + "H", len(tags)) + directory + b"\0" * 4 + later


def tiff_palette(entries):
    return [(320, (3, [int(v) * 257 for v in RANDOM.integers(0, 256, 3 * entries)]))]


def tiffs():
    yield "bilevel-black", tiff(colours(1, high=2), 1, 1)
    yield "bilevel-white", tiff(colours(1, high=2), 1, 0)
    yield "gray4", tiff(colours(1, high=16), 4, 1)
    yield "gray8", tiff(colours(1), 8, 1)
    yield "gray8-white", tiff(colours(1), 8, 0)
    yield "gray8-big-endian", tiff(colours(1), 8, 1, ">")
    yield "gray16", tiff(colours(1, high=65536), 16, 1)
    yield "gray16-big-endian", tiff(colours(1, high=65536), 16, 1, ">")
    yield "palette4", tiff(colours(1, high=16), 4, 3, extra=tiff_palette(16))
    yield "palette8", tiff(colours(1), 8, 3, extra=tiff_palette(256))
    yield "rgb8", tiff(colours(3), 8, 2)
    yield "rgb8-deflate", tiff(colours(3), 8, 2, deflate=True)
    yield "rgb8-deflate-differences", tiff(colours(3), 8, 2, deflate=True, predictor=True)
    yield "rgb8-tiles", tiff(colours(3), 8, 2, tile=16)
    yield "rgb8-tiles-deflate", tiff(colours(3), 8, 2, tile=16, deflate=True)
    yield "rgb8-planes", tiff(colours(3), 8, 2, planar=True)
    yield "rgb16", tiff(colours(3, high=65536), 16, 2)
    yield "rgb16-big-endian", tiff(colours(3, high=65536), 16, 2, ">")
    yield "rgba8", tiff(colours(4), 8, 2, extra=[(338, (3, [2]))])
    yield "rgbx8", tiff(colours(4), 8, 2, extra=[(338, (3, [0]))])
    yield "cmyk8", tiff(colours(4), 8, 5)
    for corner in range(2, 9):
        yield f"orientation{corner}", tiff(colours(3), 8, 2, extra=[(274, (3, [corner]))])


def main(folder):
    for format, made in (("png", pngs()), ("bmp", bmps()), ("tiff", tiffs())):
        target = Path(folder) / format
        target.mkdir(parents=True, exist_ok=True)
        for name, data in made:
            (target / f"{name}.{format}").write_bytes(data)
    by_pillow(Path(folder))
    added(Path(folder))
    for file in sorted(Path(folder).glob("*/*")):
        if file.parent.name == "refused":
            continue
        if file.suffix in (".png", ".bmp", ".tiff", ".gif", ".webp") and not file.name.endswith(".rgb.png"):
            expected(file)


def by_pillow(folder):
    rgb = Image.fromarray(colours(3).astype("u1"))
    rgba = Image.fromarray(colours(4).astype("u1"))
    tiff_folder = folder / "tiff"
    for compression in ("packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"):
        rgb.save(tiff_folder / f"rgb8-{compression.replace('tiff_', '')}.tiff", compression=compression)
    rgb.convert("L").save(tiff_folder / "gray8-jpeg.tiff", compression="jpeg")
    rgb.convert("L").save(tiff_folder / "gray8-lzw.tiff", compression="tiff_lzw")
    rgb.convert("CMYK").save(tiff_folder / "cmyk8-lzw.tiff", compression="tiff_lzw")
    rgb.convert("1").save(tiff_folder / "bilevel-group4.tiff", compression="group4")
    rgb.convert("1").save(tiff_folder / "bilevel-group3.tiff", compression="group3")
    rgb.save(tiff_folder / "pages.tiff", save_all=True, append_images=[rgb.rotate(180)])
    gif = folder / "gif"
    gif.mkdir(exist_ok=True)
    paletted = rgb.quantize(64)
    paletted.save(gif / "palette.gif", interlace=0)
    paletted.save(gif / "interlaced.gif", interlace=1)
    paletted.save(gif / "transparent.gif", transparency=5)
    paletted.save(gif / "animated.gif", save_all=True, append_images=[paletted.rotate(180)], duration=40)
    rgb.convert("1").save(gif / "bilevel.gif")
    rgb.convert("L").save(gif / "gray.gif")
    webp = folder / "webp"
    webp.mkdir(exist_ok=True)
    rgb.save(webp / "lossy.webp", quality=70)
    rgb.save(webp / "lossy-sharp.webp", quality=95, method=6)
    rgb.save(webp / "lossless.webp", lossless=True)
    rgba.save(webp / "lossy-alpha.webp", quality=80, exact=True)
    rgba.save(webp / "lossless-alpha.webp", lossless=True, exact=True)
    rgb.save(webp / "animated.webp", save_all=True, append_images=[rgb.rotate(180)], lossless=True, duration=40)
    rgb.crop((0, 0, 1, 1)).save(webp / "one-pixel.webp", lossless=True)


def added(folder):
    """Made last, so that the random numbers of the others stay as they were."""
    map_ = [(320, (3, [int(v) for v in RANDOM.integers(0, 65536, 3 * 256)]))]
    (folder / "tiff" / "palette8-any-low-byte.tiff").write_bytes(tiff(colours(1), 8, 3, extra=map_))
    (folder / "tiff" / "rgba8-premultiplied.tiff").write_bytes(tiff(colours(4), 8, 2, extra=[(338, (3, [1]))]))
    refused = folder / "refused"
    refused.mkdir(exist_ok=True)
    gray = Image.fromarray(colours(1, high=65536)[:, :, 0].astype("u2"))
    gray.save(refused / "gray16-differences.tiff", compression="tiff_lzw", tiffinfo={317: 2})


def expected(file):
    with Image.open(file) as image:
        if image.mode in ("I;16", "I;16B", "I"):
            values = np.asarray(image).astype(np.int64)
            picture = Image.fromarray(((values + 128) // 257).astype("u1")).convert("RGB")
        else:
            picture = image.convert("RGB")
    picture.save(file.with_name(file.stem + ".rgb.png"), optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
