"""What tools/evaluate is made of: places in papers, what the rules say, scores, and how they are printed."""
