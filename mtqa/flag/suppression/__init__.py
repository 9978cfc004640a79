"""Suppressions: findings that a team has looked at and does not want to see again, each with the reason.

They come from a file (:mod:`.file`) or from comments in the input (:mod:`.comment`); :func:`mtqa.flag.suppression.apply.apply`
takes what they name out of the findings, and :mod:`.unused` says which of them name nothing any more.
"""
