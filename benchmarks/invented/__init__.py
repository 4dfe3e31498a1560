"""Minutes of municipalities that do not exist, as many as wanted: what real minutes are searched among."""
