"""The same paper in several formats, for tools/make_formats."""
