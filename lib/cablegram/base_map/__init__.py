"""The lines under the map: two small extracts of GSHHG and WDBII, read as GeoJSON."""
