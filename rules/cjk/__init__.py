"""Rules about Chinese, Japanese and Korean records: scripts, languages, width, parallel fields."""
