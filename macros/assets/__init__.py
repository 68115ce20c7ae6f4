"""What the site ships beside its pages: fonts, stylesheet, scripts, and the policy that binds them."""
