-- All of it in the one file, with no log beside it.
commit;
checkpoint published;
detach published;
