ALTER TABLE reading RENAME COLUMN value TO amount;
