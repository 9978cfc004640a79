"""A team's own last layer: ``score.quality`` put on the scale, and where that helps in the order, of the team's judges."""
