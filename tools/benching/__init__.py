"""What tools/bench measures with beside our own papers and rules."""
