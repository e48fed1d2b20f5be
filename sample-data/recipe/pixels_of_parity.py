"""The image tensors that CheckParity.java feeds. pixels_of_parity.py SAMPLE_DATA OUT.json"""

import json
import sys
from pathlib import Path

from PIL import Image

from export import IMAGES
from pixels import cropped, tensor

if __name__ == "__main__":
    data = Path(sys.argv[1])
    images = {name: tensor([cropped(Image.open(data / name))])[0].tolist() for name in IMAGES}
    Path(sys.argv[2]).write_text(json.dumps({"images": images}), encoding="utf-8")
