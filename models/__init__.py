"""Language: the embedding model and the analysis of Danish. Imports nothing of ours."""
