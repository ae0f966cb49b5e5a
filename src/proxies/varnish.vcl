# For Varnish 6 and 7: a cache that can be told of a release, and that goes on answering while the service is away.
# Put the address of your process, or of what stands before several, in the place of api and 3000.
vcl 4.1;

backend default {
  .host = "api";
  .port = "3000";
}

# Answers differ by Accept and Accept-Language, and every client spells these in its own way. What means the same to the
# service is written the same here, so that one copy serves all. Accept-Encoding is written anew by Varnish itself.
sub vcl_recv {
  if (!req.http.Accept) {
    set req.http.Accept = "*/*";
  } elsif (req.http.Accept ~ "^text/html[,;]") {
    # A browser that opens a page.
    set req.http.Accept = "text/html, */*;q=0.8";
  } elsif (req.http.Accept ~ "^application/json,.*\*/\*") {
    # A library that would like JSON, and takes anything.
    set req.http.Accept = "application/json, */*;q=0.8";
  }
  if (!req.http.Accept-Language || req.http.Accept-Language !~ "(?i)\bfr\b") {
    # English is what the service speaks to those who do not read French.
    set req.http.Accept-Language = "en";
  } elsif (req.http.Accept-Language ~ "(?i)^fr(-[a-z0-9]+)* *(,|$)") {
    set req.http.Accept-Language = "fr";
  }
}

sub vcl_backend_response {
  set beresp.grace = 7d;
}

sub vcl_deliver {
  set resp.http.X-Cache = "MISS";
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  }
}
