module support

go 1.21
