select distinct folder from archives
