-- import_row_state finds the waiting rows as well; one index less makes importing faster.
drop index import_row_waiting;
