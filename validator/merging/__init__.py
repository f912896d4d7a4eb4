"""Records of one work made one record: what it takes over, and what it contradicts."""
