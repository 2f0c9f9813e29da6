-- The lookup tables as lists, where a code finds its words. A month of events is not
-- joined with them, because the rows of a join are written in any order.
set variable event_types = (select list(event_types order by type_code) from event_types);
set variable products = (select list(products order by product_code) from products);
set variable features = (select list(feature order by feature_code) from features);
set variable pages = (select list(page_path order by page_code) from pages);
set variable cities = (select list(cities order by city_code) from cities);
set variable clients = (select list(clients order by client_code) from clients);
set variable channels = (select list(channels order by channel_code) from channels);
