CREATE INDEX CONCURRENTLY purchase_customer_id_idx ON purchase (customer_id);
