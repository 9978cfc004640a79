"""What a team wants its words to be: glossary entries, and how a text is searched for them through inflection."""
