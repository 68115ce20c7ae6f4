"""The data as it is read: forms, dates, languages, relations; tables of good and bad values."""
