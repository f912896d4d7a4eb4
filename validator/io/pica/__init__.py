"""PICA+, the format of union catalogues in Germany, the Netherlands and France: plain, and XML."""
