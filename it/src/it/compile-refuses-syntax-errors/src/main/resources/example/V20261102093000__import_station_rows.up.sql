-- the list as it was sent
INSERT INTO station (id, name) VALUES (1, 'Hill');
\copy station FROM 'stations.csv'
