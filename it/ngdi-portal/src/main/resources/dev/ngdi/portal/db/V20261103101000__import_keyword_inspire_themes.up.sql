INSERT INTO thesaurus (code, title, issued)
VALUES ('inspire-theme', 'GEMET - INSPIRE themes, version 1.0', '2008-06-01');

-- Annex I
INSERT INTO keyword (thesaurus_code, identifier, label) VALUES
  ('inspire-theme', 'rs', 'Coordinate reference systems'),
  ('inspire-theme', 'gg', 'Geographical grid systems'),
  ('inspire-theme', 'gn', 'Geographical names'),
  ('inspire-theme', 'au', 'Administrative units'),
  ('inspire-theme', 'ad', 'Addresses'),
  ('inspire-theme', 'cp', 'Cadastral parcels'),
  ('inspire-theme', 'tn', 'Transport networks'),
  ('inspire-theme', 'hy', 'Hydrography'),
  ('inspire-theme', 'ps', 'Protected sites');

-- Annex II
INSERT INTO keyword (thesaurus_code, identifier, label) VALUES
  ('inspire-theme', 'el', 'Elevation'),
  ('inspire-theme', 'lc', 'Land cover'),
  ('inspire-theme', 'oi', 'Orthoimagery'),
  ('inspire-theme', 'ge', 'Geology');

-- Annex III
INSERT INTO keyword (thesaurus_code, identifier, label) VALUES
  ('inspire-theme', 'su', 'Statistical units'),
  ('inspire-theme', 'bu', 'Buildings'),
  ('inspire-theme', 'so', 'Soil'),
  ('inspire-theme', 'lu', 'Land use'),
  ('inspire-theme', 'hh', 'Human health and safety'),
  ('inspire-theme', 'us', 'Utility and governmental services'),
  ('inspire-theme', 'ef', 'Environmental monitoring facilities'),
  ('inspire-theme', 'pf', 'Production and industrial facilities'),
  ('inspire-theme', 'af', 'Agricultural and aquaculture facilities'),
  ('inspire-theme', 'pd', 'Population distribution and demography'),
  ('inspire-theme', 'am', 'Area management, restriction and regulation zones and reporting units'),
  ('inspire-theme', 'nz', 'Natural risk zones'),
  ('inspire-theme', 'ac', 'Atmospheric conditions'),
  ('inspire-theme', 'mf', 'Meteorological geographical features'),
  ('inspire-theme', 'of', 'Oceanographic geographical features'),
  ('inspire-theme', 'sr', 'Sea regions'),
  ('inspire-theme', 'br', 'Bio-geographical regions'),
  ('inspire-theme', 'hb', 'Habitats and biotopes'),
  ('inspire-theme', 'sd', 'Species distribution'),
  ('inspire-theme', 'er', 'Energy resources'),
  ('inspire-theme', 'mr', 'Mineral resources');
