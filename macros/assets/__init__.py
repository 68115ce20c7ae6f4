"""Files that pages load and the site makes itself: fonts, stylesheet, scripts, and the policy that restricts them."""
