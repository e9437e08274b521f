"""How sure a name is (0 to 1) by the way in which it became known. Data, no rules.

The bar lies between what a caller said of themself in so many words and what only others say, or
what might be another's. docs/decisions.md explains the table.
"""

SPOKEN_FROM = 0.6  # a name that is less sure is kept and not spoken

SPELLED = 0.95  # letter by letter
ANALYSED = 0.9  # in our items of the analysis, and uttered
ANSWERED = 0.9  # when asked, or "my name is"
CORRECTED = 0.9  # "no, it's Breet"
CALLED = 0.85  # "just call me Dot", and no other name
FIRST_WORDS = 0.8  # "hi, it's Dot" at the beginning
CONFIRMED = 0.8  # "Is this Dot?" "Yes."
GREETED_AND_COLLECTED = 0.65  # the agent began with it, the analysis says so too
BORNE_OUT = 0.65  # collected, and said where people say theirs, or the agent calls them so
COLLECTED_ALONE = 0.7  # collected, and nobody uttered anything like it: the analysis knows it
TAKEN_UP = 0.75  # uttered by the caller, and the agent then calls them so
IN_PASSING = 0.65  # "I'm Dorothy Hale" later on
USED_OFTEN = 0.65  # uttered by the caller, then used by the agent in several turns
LISTED = 0.6  # "Hale, Dorothy", of who is greeted as Dorothy

IN_PASSING_ONE_WORD = 0.5  # "I'm Dorothy" later on: it may be "I'm Methodist"
USED_ONCE = 0.5
BARE = 0.5  # "Dorothy Hale, 12 Elm Street" as the first words: it may be a firm, or who is wanted
ANSWERED_WITHOUT_CAPITALS = 0.65  # "dorothy hale", when asked
WITHOUT_CAPITALS = 0.5  # "it's hollis" in a transcript in lower case: it may be "it's hailing"
DISPUTED = 0.5  # in our items of the analysis, while the rules have heard another name
UTTERED = 0.45  # collected; the caller has uttered it, maybe of somebody else
NEVER_UTTERED = 0.4  # collected; the caller has not, but something like it was said
SPOKEN_TO = 0.3  # the agent began with it and the caller let it
DOUBTED = 0.1  # collected, of who would not say it, or the agent's own

# What is added to a name that was said, when something else agrees.
COLLECTED_TOO = 0.05
COLLECTED_TOO_IN_PASSING = 0.15
ADDRESSED_TOO = 0.15  # up to FIRST_WORDS: the agent then calls them so
MOST = 0.99
