"""A pack of papers as one PDF: what tools/make_pack is made of. See README.md."""
