"""What the site ships next to its pages: fonts, stylesheet, scripts, and the policy that binds them."""
