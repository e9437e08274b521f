"""What two callers have told, to be searched."""

ANA, BEN = "+16125550123", "+16125550124"
OF_ANA = {"user_id": ANA}
STORIES = [
    "My first car was a red pickup, truly",
    "We milked forty cows every morning",
    "Vive con su hermana en Querétaro",
    "My husband passed away the winter before last",
]
