"""The ruled eye: tables whose cells are parted by ruling lines or the edges of shading."""
