"""Files of the small archive that tests read and spoil, and the address of the meeting that has most in it."""

from __future__ import annotations

MEETING = "data/meetings/2030-06-12.yml"
UNPLACED = "data/meetings/2031-06-18.yml"
LESSONS = "data/reviews/2031/lessons.yml"
RESULTS = "data/reviews/2031/achievements.yml"
PRIORITIES = "data/reviews/2031/priorities.yml"
REVIEW = "data/reviews/2031/review.yml"
DOCUMENT = "data/documents/71-2031-qh17.yml"
PROVINCES = "data/provinces.yml"
PEOPLE = "data/people.yml"
GLOSSARY = "data/glossary.yml"
MEETING_PAGE = "meetings/2030-06-12/"
