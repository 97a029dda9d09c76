"""What machines read of an edition: data, feeds, the search, maps and manifests, and what is asked of crawlers."""
