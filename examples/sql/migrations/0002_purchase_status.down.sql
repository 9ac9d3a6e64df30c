ALTER TABLE purchase DROP COLUMN status;
DROP TYPE purchase_status;
