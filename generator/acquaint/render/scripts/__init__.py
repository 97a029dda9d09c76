"""Scripts of the browser's side as they are published: short, and joined where one page needs many."""
