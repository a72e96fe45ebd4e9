"""
Words for groups of people by protected characteristics (Equality Act 2010, section 4), in lower case.

They never weigh: what is said of one group must be read as it is read of any other.
"""

from __future__ import annotations

_RACE = """
african arab asian bangladeshi black caribbean chinese ethnic ethnically ethnicity ethnicities gypsies gypsy indian
migrant migrants minoritised minorities minority nationalities nationality pakistani polish racial racially racism
refugee refugees roma romanian somali traveller travellers ukrainian white
"""
_RELIGION = "christian christians hindu hindus jewish muslim muslims sikh sikhs religion religions religious"
_SEX = """
bisexual female females gay gender heterosexual lesbian lesbians lgbt lgbtq lgbtqia male males man men pregnant
pregnancy queer sex sexual sexuality trans transgender wife wives husband husbands woman women
"""
_AGE = "aged elderly elders old older oldest young younger youngest teenagers"
_DISABILITY = """
autism autistic blind deaf deafblind deafness dementia disabilities disability disabled neurodivergent neurodiverse
wheelchair
"""

GROUPS_OF_PEOPLE = frozenset(" ".join((_RACE, _RELIGION, _SEX, _AGE, _DISABILITY)).split())
"""`community` is not among them: it names a sector too."""
